import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../asking/use-answer.js';
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
  /** Puts another municipality or stage into the address. */
  readonly change: (parts: { readonly municipality?: string; readonly stage?: PlanStage | null }) => void;
}

const ViewContext = createContext<View | null>(null);

export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('useView: expected a ViewProvider above');
  return view;
}

/** Reads the view from the address, so that an address that is mailed shows the same. */
export function ViewProvider({ children }: { readonly children: ReactNode }) {
  const [parameters, setParameters] = useSearchParams();
  const { answer } = useAnswer(MunicipalitiesDocument, {});
  const municipalities = answer.municipalities.nodes;
  const wanted = parameters.get('municipality');
  const municipality = municipalities.find(({ id }) => id === wanted) ?? municipalities[0];
  if (!municipality) throw new Error('No municipality is loaded. / 読み込まれた市区町村がありません。');
  const stage = stages.find((each) => each === parameters.get('stage')) ?? null;
  const view = useMemo<View>(
    () => ({
      municipality,
      municipalities,
      stage,
      parameters: {
        ...(municipality.id === wanted && { municipality: wanted }),
        ...(stage && { stage }),
      },
      change: (parts) =>
        setParameters((before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(parts)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        }),
    }),
    [municipality, municipalities, wanted, stage, setParameters],
  );
  return <ViewContext value={view}>{children}</ViewContext>;
}
