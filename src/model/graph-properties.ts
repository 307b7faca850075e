/** How the graph names what the model declares in groups or by stage. */

/** `baseline` and `value` → `baselineValue`: where a value's property is stored. */
export const valueProperty = (field: string, property: string): string =>
  `${field}${property.charAt(0).toUpperCase()}${property.slice(1)}`;

/** `name` → `foldedName`: where the text by which things are looked up is kept after NFKC, if it is printed otherwise. */
export const foldedProperty = (property: string): string =>
  `folded${property.charAt(0).toUpperCase()}${property.slice(1)}`;

/** `name` and `CURRENT` → `name@CURRENT`: what a stage prints, where it differs from the effective value. */
export const atStage = (property: string, stage: string): string => `${property}@${stage}`;
