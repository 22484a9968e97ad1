import { store, writeZip } from './zip';

/** A file to be put into an archive. Its name is a plain one, without folders. */
interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A zip of these files in this order, for people to unpack. Workbooks are packed already, so nothing is packed again. */
export function archive(files: readonly ArchivedFile[], modified: Date): Uint8Array {
  return writeZip(files.map(({ name, bytes }) => store(name, bytes, modified)));
}
