/** The most names that the API takes at once. */
export const maxNames = 500;

/** The longest name that the API takes, in characters. */
const longestName = 200;

/** The names in a pasted text: of each line the first cell that has something, without the quotes of a spreadsheet. */
export const namesIn = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const cell = line
      .split('\t')
      .map((each) => each.trim().replace(/^"(.*)"$/, '$1'))
      .find((each) => each !== '');
    return cell === undefined ? [] : [cell.slice(0, longestName)];
  });
