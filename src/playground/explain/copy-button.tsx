import { useState } from 'react';

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
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button type="button" aria-live="polite" onClick={copy}>
      {copied ? done : label}
    </button>
  );
}
