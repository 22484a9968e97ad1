/** The formulas that treat levels, in functions that Excel 2016 and LibreOffice share. */
import type { Instrument, ScaleId } from '../../instrument/instrument';
import { quoted } from './cells';

type Scale = Pick<Instrument, 'minLevel' | 'maxLevel'>;

/**
 * A formula part that yields the cell's level, or "" where it is none.
 * `ISLOGICAL` comes first because LibreOffice counts TRUE as the number 1.
 */
export function guardedLevel(reference: string, { minLevel, maxLevel }: Scale): string {
  const inScale = `AND(${reference}=INT(${reference}),${reference}>=${String(minLevel)},${reference}<=${String(maxLevel)})`;
  return `IF(ISLOGICAL(${reference}),"",IF(ISNUMBER(${reference}),IF(${inScale},${reference},""),""))`;
}

/** The formula of `Akhir`: the last of the stages that is not blank; where that one is unusable, "". */
export function finalLevelFormula(mandiri: string, verifikasi: string, eksternal: string, scale: Scale): string {
  const last = [eksternal, verifikasi, mandiri].reduceRight(
    (otherwise, reference) => `IF(${reference}<>"",${guardedLevel(reference, scale)},${otherwise})`,
    '""',
  );
  return `=IFERROR(${last},"")`;
}

/** The formula of `Nama Tingkat`: the official name of the level in the referenced cell. */
export function levelNameFormula(reference: string, instrument: Instrument, scale: ScaleId): string {
  const names = instrument.levelNames[scale].map(({ name }) => quoted(name)).join(',');
  const position = instrument.minLevel === 1 ? reference : `${reference}+${String(1 - instrument.minLevel)}`;
  return `=IF(ISNUMBER(${reference}),CHOOSE(${position},${names}),"")`;
}

/** A condition, true where the cell holds something that is no level; for conditional formats, so relative. */
export function unusableCondition(reference: string, { minLevel, maxLevel }: Scale): string {
  const outside = `OR(${reference}<>INT(${reference}),${reference}<${String(minLevel)},${reference}>${String(maxLevel)})`;
  const notANumber = `IF(ISNUMBER(${reference}),${outside},${reference}<>"")`;
  return `=IF(ISERROR(${reference}),TRUE,IF(ISLOGICAL(${reference}),TRUE,${notANumber}))`;
}
