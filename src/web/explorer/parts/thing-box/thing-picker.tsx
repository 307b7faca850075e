import { type RefObject, useId } from 'react';
import { useWords } from '../../language/words.js';
import { ThingBox } from './thing-box.js';

/** Chooses one thing, under a label of its own. */
export function ThingPicker({
  label,
  onPick,
  input,
}: {
  readonly label: string;
  readonly onPick: (id: string) => void;
  readonly input?: RefObject<HTMLInputElement | null>;
}) {
  const id = useId();
  const { pickPlaceholder } = useWords();
  return (
    <div className="thing-picker small">
      <label htmlFor={id}>{label}</label>
      <ThingBox inputId={id} input={input} label={label} placeholder={pickPlaceholder} onThing={onPick} />
    </div>
  );
}
