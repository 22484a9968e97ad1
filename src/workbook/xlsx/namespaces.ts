/** XML namespaces of the transitional format, the one that Excel saves by itself. */
export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** The kind of relationship that leads to threaded comments, which came after the format. */
export const THREADED_COMMENT = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
export const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';

/** How every XML part begins. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
