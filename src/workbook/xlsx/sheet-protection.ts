import { isTrue, type XmlElement } from './xml-element';

interface SheetProtection {
  readonly isProtected: boolean;
  /** True where only a password opens it. */
  readonly hasPassword: boolean;
}

/** How a sheet is protected, by the elements directly inside its root. */
export function sheetProtection(parts: readonly XmlElement[]): SheetProtection {
  const protection = parts.find((element) => element.name === 'sheetProtection');
  const isProtected = isTrue(protection?.attribute('sheet') ?? null);
  const hasPassword = ['password', 'hashValue'].some((name) => (protection?.attribute(name) ?? '') !== '');
  return { isProtected, hasPassword: isProtected && hasPassword };
}
