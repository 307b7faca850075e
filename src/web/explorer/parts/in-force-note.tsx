import { useWords } from '../language/words.js';
import { useFrame } from '../site/view.js';

/** Says of what is about the plan in force that it leaves the stage aside which was chosen. */
export function InForceNote() {
  const { stage } = useFrame();
  const words = useWords().stage;
  return stage && <p className="quiet-text">{words.inForceOnly}</p>;
}
