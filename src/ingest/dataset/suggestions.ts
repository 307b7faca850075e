/** What somebody probably meant who wrote something that is not there. */
import { distanceBetween, slipsIn } from '../../distance.js';
import { type Description, describe } from '../../model/declaration.js';

/** The candidate that differs from a text by few characters, or only in width; null where none does, or two do alike. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const folded = text.normalize('NFKC');
  const limit = slipsIn(folded);
  let best: { readonly candidate: string; readonly distance: number } | null = null;
  let isAmbiguous = false;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - folded.length) > limit) continue;
    const distance = distanceBetween(folded, candidate);
    if (distance > limit || (best && distance > best.distance)) continue;
    isAmbiguous = best !== null && distance === best.distance;
    best = { candidate, distance };
  }
  return isAmbiguous ? null : (best?.candidate ?? null);
}

export const didYouMean = (meant: string): Description =>
  describe(`did you mean ${meant}?`, `${meant} ではありませんか`);
