import { FigureTabs, useFigureChoice } from '../../parts/figure/figure-tabs.js';
import { useCompareWords } from './words.js';

const options = ['changed', 'all'] as const;

/** `?rows=all`: whether the stages beside each other show all, or only what changed. */
export const useShownRows = () => useFigureChoice('rows', options);

export function ShownRows() {
  const words = useCompareWords();
  return <FigureTabs name="rows" label={words.rows} options={options.map((each) => [each, words.shown[each]])} />;
}
