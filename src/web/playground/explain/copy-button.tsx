import { useState } from 'react';
import { copyText } from '../../explorer/client/copy-text.js';

/** A button that puts a text on the clipboard, and says so. */
export function CopyButton({
  text,
  label,
  done,
}: {
  readonly text: string;
  readonly label: string;
  readonly done: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    setCopied(await copyText(text));
  };
  return (
    <button type="button" aria-live="polite" onClick={copy}>
      {copied ? done : label}
    </button>
  );
}
