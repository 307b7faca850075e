/** A city whose dataset is at hand, in a folder. */
export interface HeldCity {
  readonly key: string;
  readonly code: string;
  readonly name: string;
  readonly folder: string;
}
