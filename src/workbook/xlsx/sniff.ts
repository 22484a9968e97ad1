import type { WorkbookErrorCode } from '../port';
import { MAX_FILE_BYTES } from './limits';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Excel 5 and 95 wrote, and some old exports still write, the sheet's records without a container around them. */
const BARE_BIFF = [0x09, 0x08];
const HTML_START = /^(?:<!doctype html|<html|<head|<body|<meta|<table|<style|<div|<!--|mime-version:)/i;

/**
 * Null where the bytes begin like a zip, else what they are instead. Only first bytes decide, never the file's name:
 * downloads of error pages and renamed files carry ".xlsx" as well. Of an OLE container the stream names are looked
 * at, to tell a workbook behind a password from an .xls of Excel 97.
 */
export function sniff(bytes: Uint8Array): WorkbookErrorCode | null {
  if (bytes.length === 0) return 'empty-file';
  if (bytes.length > MAX_FILE_BYTES) return 'too-large';
  if (startsWith(bytes, ZIP)) return null;
  if (startsWith(bytes, EMPTY_ZIP)) return 'not-a-workbook';
  if (startsWith(bytes, OLE)) return sniffOle(bytes);
  if (startsWith(bytes, BARE_BIFF)) return 'old-xls';
  return HTML_START.test(firstText(bytes)) ? 'html-file' : 'not-a-workbook';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function sniffOle(bytes: Uint8Array): WorkbookErrorCode {
  if (holdsStreamName(bytes, 'EncryptedPackage')) return 'password-protected';
  if (holdsStreamName(bytes, 'Workbook') || holdsStreamName(bytes, 'Book')) return 'old-xls';
  return 'not-a-workbook';
}

/** OLE directories hold stream names in UTF-16, little endian. */
function holdsStreamName(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat();
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** The beginning as text, without byte order mark and leading white space. */
function firstText(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const start = bytes.subarray(0, 1024);
  const readable = utf16 ? start.filter((byte) => byte !== 0 && byte < 0x80) : start;
  return new TextDecoder().decode(readable).trimStart();
}
