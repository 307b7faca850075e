import type { ReactNode } from 'react';

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Cards: the gallery of examples. */
export function GalleryIcon() {
  return (
    <Icon>
      <rect x="2.5" y="3" width="6" height="6" rx="1" />
      <rect x="11.5" y="3" width="6" height="6" rx="1" />
      <rect x="2.5" y="11.5" width="6" height="6" rx="1" />
      <rect x="11.5" y="11.5" width="6" height="6" rx="1" />
    </Icon>
  );
}

/** A stopwatch: what an operation took. */
export function ExplainIcon() {
  return (
    <Icon>
      <circle cx="10" cy="11.5" r="6.5" />
      <path d="M10 11.5V8M7.5 2.5h5M10 2.5V5M15 6l1-1" />
    </Icon>
  );
}

/** A chain: copies a link. */
export function LinkIcon() {
  return (
    <Icon>
      <path d="M8 12.5 12 7.5M9 6l2-2.2a3.4 3.4 0 0 1 5 4.6L14 10.5M11 14l-2 2.2a3.4 3.4 0 0 1-5-4.6L6 9.5" />
    </Icon>
  );
}
