import { useAddress } from '../../site/use-address.js';
import { useView } from '../../site/view.js';

/** The most cities that are compared: as many as the API looks at as a whole. */
export const mostCities = 10;

/** The cities of the address `?city=honjo&city=…`, in the order of all; the first of those that are loaded where it has none. */
export function useChosenCities() {
  const { municipalities } = useView();
  const { parameters, chosen } = useAddress();
  const among = (keys: readonly string[]) => {
    const named = municipalities.filter(({ key }) => keys.includes(key));
    return (named.length > 0 ? named : municipalities).slice(0, mostCities);
  };
  return { shown: among(parameters.getAll('city')), chosen: among(chosen.getAll('city')), all: municipalities };
}
