/** Cells of a sheet in words: `B12:D12,F12` as セル B12:D12、F12, cells B12:D12, F12. */
export const cellsInWords = (cells: string): { readonly ja: string; readonly en: string } => ({
  ja: `セル ${cells.replaceAll(',', '、')}`,
  en: `${/[:,]/.test(cells) ? 'cells' : 'cell'} ${cells.replaceAll(',', ', ')}`,
});
