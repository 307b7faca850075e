import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useAnswer } from '../client/use-answer.js';
import { MunicipalitiesDocument, type PlanStage } from '../graphql/graphql.js';
import { stages } from './stages.js';

export interface Municipality {
  readonly id: string;
  /** What the ids of its things begin with. */
  readonly key: string;
  readonly name: string;
  readonly nameEn: string | null;
}

/** What of the graph is looked at, on every page: one municipality, and the stage of its plan; null means in force. */
export interface View {
  readonly municipality: Municipality;
  readonly municipalities: readonly Municipality[];
  readonly stage: PlanStage | null;
  /** Its part of the address, which goes with every link to another page. */
  readonly parameters: Readonly<Record<string, string>>;
}

const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('useView: expected a ViewProvider above');
  return view;
}

/** The key of the municipality that a thing belongs to: `honjo` of `/things/honjo:measure:5-2-3`. */
const keyOfThing = (pathname: string): string | undefined =>
  /^\/things\/([^:/]+):/.exec(decodeURIComponent(pathname))?.[1];

/**
 * Reads the view from the address, so that an address that is mailed shows the same; a page of a thing shows the
 * municipality of the thing.
 */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const { answer } = useAnswer(MunicipalitiesDocument, {});
  const municipalities = answer.municipalities.nodes;
  const wanted = parameters.get('municipality');
  const ofThing = keyOfThing(pathname);
  const municipality =
    municipalities.find(({ key }) => key === ofThing) ??
    municipalities.find(({ id }) => id === wanted) ??
    municipalities[0];
  if (!municipality) throw new Error('No municipality is loaded. / 読み込まれた市区町村がありません。');
  const stage = stages.find((each) => each === parameters.get('stage')) ?? null;
  const view = useMemo<View>(
    () => ({
      municipality,
      municipalities,
      stage,
      parameters: {
        ...(municipality !== municipalities[0] && { municipality: municipality.id }),
        ...(stage && { stage }),
      },
    }),
    [municipality, municipalities, stage],
  );
  return <ViewContext value={view}>{children}</ViewContext>;
}
