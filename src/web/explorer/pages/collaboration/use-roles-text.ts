import { useLabels } from '../../language/language.js';
import type { Roles } from './roles.js';
import { useCollaborationWords } from './words.js';

/** Says in which roles two departments share something, and how often. */
export function useRolesText(): (roles: Roles) => string {
  const words = useCollaborationWords();
  const { vocabulary } = useLabels();
  const nameOf = (role: Roles[number]['role']) => vocabulary.value('RelationshipType', role);
  return (roles) =>
    roles.map(({ role, partnerRole, count }) => words.role(nameOf(role), nameOf(partnerRole), count)).join(words.comma);
}
