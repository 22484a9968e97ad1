/** The functions that ribbon buttons run by name; manifest.xml names the same (test/manifest compares them). */
export const COMMAND_NAMES = ['insertWorksheet', 'computeIndex', 'checkWorkbook'] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
