/** The emulated workbook: sheets, names and results, with Excel's rules about changing them. */
import { accessDenied, alreadyExists, invalidArgument, itemNotFound } from '../errors';
import type { Json } from '../host-object';
import { parseA1 } from '../../../src/worksheet/address';
import { type Area, fullAddress, parseArea, type Shift, shiftedArea } from './area';
import { type Cell, type Content, EMPTY_CELL } from './cell';
import { createEngine, type Engine, type Result } from './engine';
import { type Locale, parseTyped } from './parse-input';
import { Sheet } from './sheet';

export interface Name {
  readonly name: string;
  /** Starting with "=", as Excel tells it. */
  readonly formula: string;
  /** The cells that it names; null where the formula is no plain reference. */
  readonly target: { readonly sheet: Sheet; readonly area: Area } | null;
}

interface FormulaCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** A workbook with one empty sheet. */
export async function createBook(locale: Locale): Promise<Book> {
  return new Book(await createEngine(), locale);
}

interface Comment {
  readonly id: string;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export class Book {
  readonly sheets: Sheet[] = [];
  names: Name[] = [];
  /** True where the workbook's structure is protected: no sheet may come or go. */
  structureProtected = false;
  activeSheet: Sheet;
  /** Workbooks that were opened out of base64, as `Excel.createWorkbook` does. */
  readonly openedWorkbooks: string[] = [];
  /** Threads of comments. They stay where they are: what becomes of them otherwise is Excel's, and not relied on. */
  readonly comments: Comment[] = [];
  private calculationSuspended = false;
  private lastId = 0;

  constructor(
    private readonly engine: Engine,
    readonly locale: Locale,
  ) {
    this.activeSheet = this.addSheet('Sheet1');
  }

  /** An identity for a sheet, a rule or a chart. */
  newId(): string {
    this.lastId += 1;
    return `{${String(this.lastId).padStart(8, '0')}-0001-0000-0000-000000000000}`;
  }

  // Sheets

  findSheet(nameOrId: string): Sheet | null {
    return this.sheets.find((sheet) => sheet.id === nameOrId || same(sheet.name, nameOrId)) ?? null;
  }

  /** The sheet of a name; for tests, which know that it is there. */
  sheet(name: string): Sheet {
    const found = this.findSheet(name);
    if (!found) throw itemNotFound(name);
    return found;
  }

  addSheet(name: string | null): Sheet {
    this.requireStructure();
    const newName = name ?? this.nextSheetName();
    this.requireSheetName(newName);
    const sheet = new Sheet(this.newId(), newName);
    this.sheets.push(sheet);
    this.engine.addSheet(newName);
    return sheet;
  }

  renameSheet(sheet: Sheet, newName: string): void {
    this.requireStructure();
    if (!same(sheet.name, newName)) this.requireSheetName(newName);
    this.restructure(() => {
      this.engine.renameSheet(sheet.name, newName);
      sheet.name = newName;
    });
    this.moveNames((target) => target);
  }

  removeSheet(sheet: Sheet): void {
    this.requireStructure();
    const others = this.sheets.filter((other) => other !== sheet);
    const next = others.find((other) => other.visibility === 'Visible');
    if (!next) throw invalidArgument('a workbook keeps at least one visible sheet');
    this.restructure(() => {
      this.sheets.splice(this.sheets.indexOf(sheet), 1);
      this.engine.removeSheet(sheet.name);
    });
    if (this.activeSheet === sheet) this.activeSheet = next;
    this.moveNames((target) => (target.sheet === sheet ? null : target));
  }

  private requireStructure(): void {
    if (this.structureProtected) throw accessDenied('the structure of the workbook is protected');
  }

  private requireSheetName(name: string): void {
    if (name.length === 0 || name.length > 31 || /[\\/?*:[\]]/.test(name) || /^'|'$/.test(name))
      throw invalidArgument(`sheet name ${name}`);
    if (this.findSheet(name)) throw alreadyExists(name);
  }

  private nextSheetName(): string {
    let number = this.sheets.length + 1;
    while (this.findSheet(`Sheet${String(number)}`)) number += 1;
    return `Sheet${String(number)}`;
  }

  // Names

  findName(name: string): Name | null {
    return this.names.find((candidate) => same(candidate.name, name)) ?? null;
  }

  addName(name: string, formula: string): Name {
    if (!/^[A-Z_\\][A-Z0-9_.\\]*$/i.test(name) || parseA1(name) || name.length > 255)
      throw invalidArgument(`name ${name}`);
    if (this.findName(name)) throw alreadyExists(name);
    const added = { name, formula, target: this.referenceIn(formula) };
    this.names.push(added);
    this.engine.setName(name, formula);
    return added;
  }

  /** Leads a name elsewhere; whatever uses it follows. */
  changeName(name: string, formula: string): void {
    this.names = this.names.map((each) =>
      same(each.name, name) ? { ...each, formula, target: this.referenceIn(formula) } : each,
    );
    this.engine.removeName(name);
    this.engine.setName(name, formula);
  }

  removeName(name: Name): void {
    this.names = this.names.filter((other) => other !== name);
    this.engine.removeName(name.name);
  }

  /** What a formula such as "='LKE SPBE'!$B$7" refers to; null where it is anything else. */
  private referenceIn(formula: string): Name['target'] {
    const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/i.exec(formula);
    const sheet = this.findSheet(match?.[1]?.replaceAll("''", "'") ?? match?.[2] ?? '');
    const area = parseArea(match?.[3] ?? '');
    return sheet && area ? { sheet, area } : null;
  }

  /** Names follow their cells; the engine does not do that by itself. */
  private moveNames(moved: (target: NonNullable<Name['target']>) => Name['target']): void {
    this.names = this.names.map((name) => {
      if (!name.target) return name;
      const target = moved(name.target);
      const formula = target ? `=${fullAddress(target.sheet.name, target.area, true)}` : '=#REF!';
      if (formula !== name.formula) {
        this.engine.removeName(name.name);
        this.engine.setName(name.name, formula);
      }
      return { ...name, formula, target };
    });
  }

  // Cells

  setContent(sheet: Sheet, row: number, column: number, content: Content, numberFormat: string | null = null): void {
    const cell = sheet.cell(row, column);
    const format =
      numberFormat !== null && cell.format.numberFormat === 'General' ? { ...cell.format, numberFormat } : cell.format;
    sheet.setCell(row, column, { ...cell, content, format });
    this.engine.put(sheet.name, row, column, content);
  }

  /** Puts a value as Excel does when it is typed or written by an add-in: texts are parsed, null leaves the cell alone. */
  enter(sheet: Sheet, row: number, column: number, value: Json): void {
    if (value === null) return;
    if (typeof value === 'number') this.setContent(sheet, row, column, { kind: 'number', number: value });
    else if (typeof value === 'boolean') this.setContent(sheet, row, column, { kind: 'boolean', boolean: value });
    else if (typeof value === 'string') {
      const typed = parseTyped(
        value,
        this.locale,
        sheet.cell(row, column).format.numberFormat,
        new Date().getFullYear(),
      );
      this.setContent(sheet, row, column, typed.content, typed.numberFormat);
    } else throw invalidArgument('a cell takes a text, a number, true or false');
  }

  /** What a cell shows as its value; a constant's own, or the result of its formula. */
  result(sheet: Sheet, row: number, column: number): Result | null {
    const { content } = sheet.cell(row, column);
    if (content.kind === 'empty') return null;
    if (content.kind !== 'formula') return content;
    if (!this.calculationSuspended) this.calculate();
    return this.engine.result({ sheet: sheet.name, row, column });
  }

  /** A cell's value as tests like to compare it; errors as their text. */
  value(sheetName: string, address: string): string | number | boolean | null {
    const at = parseA1(address);
    if (!at) throw new Error(`no address: ${address}`);
    const result = this.result(this.sheet(sheetName), at.row, at.column);
    return result && bare(result);
  }

  calculate(): void {
    if (!this.engine.isStale) return;
    this.engine.calculate(this.formulas().map(({ sheet, row, column }) => ({ sheet: sheet.name, row, column })));
  }

  /** Until {@link endBatch}, formulas keep the results they had. */
  suspendCalculation(): void {
    this.calculate();
    this.calculationSuspended = true;
  }

  endBatch(): void {
    this.calculationSuspended = false;
  }

  /** Contents and formats go; rules, merges, heights and widths are left, as far as Excel's documentation promises. */
  clear(sheet: Sheet, area: Area): void {
    for (const { row, column, cell } of sheet.cellsIn(area)) {
      this.setContent(sheet, row, column, EMPTY_CELL.content);
      sheet.setCell(row, column, { ...EMPTY_CELL, validation: cell.validation });
    }
  }

  /** Rows or columns come or go: cells move, and formulas and names follow. */
  shift(sheet: Sheet, shift: Shift): void {
    this.restructure(() => {
      sheet.shift(shift);
      this.engine.shift(sheet.name, shift);
    });
    this.moveNames((target) => {
      if (target.sheet !== sheet) return target;
      const area = shiftedArea(target.area, shift);
      return area && { sheet, area };
    });
  }

  /**
   * Changes what formulas refer to. The engine moves their references, and writes them its own way; where nothing moved
   * the text that was entered stays.
   */
  private restructure(change: () => void): void {
    const before = new Map<Cell, string>();
    for (const { sheet, row, column, cell } of this.formulas()) {
      before.set(cell, this.engine.formula(sheet.name, row, column));
    }
    change();
    for (const { sheet, row, column, cell } of this.formulas()) {
      const formula = this.engine.formula(sheet.name, row, column);
      if (formula !== before.get(cell)) sheet.setCell(row, column, { ...cell, content: { kind: 'formula', formula } });
    }
  }

  private formulas(): FormulaCell[] {
    return this.sheets.flatMap((sheet) =>
      [...sheet.touchedCells()]
        .filter(({ cell }) => cell.content.kind === 'formula')
        .map(({ row, column, cell }) => ({ sheet, row, column, cell })),
    );
  }
}

/** The plain value of a result. */
export function bare(result: Result): string | number | boolean {
  switch (result.kind) {
    case 'number':
      return result.number;
    case 'text':
      return result.text;
    case 'boolean':
      return result.boolean;
    case 'error':
      return result.error;
  }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
