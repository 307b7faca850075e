import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { nodeNamed, nodes } from '../../model/model.js';
import { EntityType, nodeTypeOf, PlanStage, RelationshipType } from '../types/enums.js';
import { atMost, noLonger, within } from './argument-limits.js';

const deepest = 4;
const mostNodes = 1000;
const mostIds = 50;
const longestId = 300;

/** What a neighbourhood is asked for. */
@ArgsType()
export class NeighborhoodArguments {
  @Field(() => [ID], {
    description: `Ids of the things to start from, such as ${nodeNamed('Department').example}; at most ${mostIds}. [起点の識別子]`,
  })
  @ArrayMaxSize(mostIds, atMost('ids', mostIds))
  @MaxLength(longestId, { each: true, ...noLonger('ids', longestId) })
  ids!: string[];

  @Field(() => Int, {
    defaultValue: 1,
    nullable: true,
    description: `How many relationships away: 0 to ${deepest}. [何段階先までか]`,
  })
  @IsOptional()
  @Min(0, within('depth', 0, deepest))
  @Max(deepest, within('depth', 0, deepest))
  depth?: number | null;

  @Field(() => [RelationshipType], {
    nullable: true,
    description: 'Only along these relationships; null means all. [たどる関係。省略時はすべて]',
  })
  @IsOptional()
  @ArrayMaxSize(100, atMost('through', 100))
  through?: string[] | null;

  @Field(() => [EntityType], {
    nullable: true,
    description:
      'Only to things of these types, on the way too; null means all, with `records` what has no name as well. [たどる項目の種類。省略時はすべて]',
  })
  @IsOptional()
  @ArrayMaxSize(100, atMost('types', 100))
  types?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: true,
    nullable: true,
    description:
      'With what has no name of its own: annual goals, grades, survey results, visions, proposals, changes. [名称のない記録（達成目標、評価、変更など）を含めるか]',
  })
  records?: boolean | null;

  @Field(() => Int, {
    defaultValue: 200,
    nullable: true,
    description: `How many nodes, those it starts from among them: 1 to ${mostNodes}. [最大件数]`,
  })
  @IsOptional()
  @Min(1, within('limit', 1, mostNodes))
  @Max(mostNodes, within('limit', 1, mostNodes))
  limit?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A municipality to look at beside those of the ids, by id, key, code or name. What all share, such as SDGs, leads to no others. [対象に加える市区町村（識別子・コード・名称）。SDGsなどを通じて他の市区町村へは広がらない]',
  })
  municipality?: string | null;

  @Field(() => PlanStage, {
    nullable: true,
    description: 'The graph as this stage has it; null means what is in force. [計画段階]',
  })
  stage?: string | null;
}

const records = nodes.filter(({ entity }) => !entity).map(({ name }) => name);
const entities = nodes.filter(({ entity }) => entity).map(({ name }) => name);

/** Which types of things a question goes to; null for all. */
export function typesOf({ types, records: withRecords }: NeighborhoodArguments): ReadonlySet<string> | null {
  if (!types && withRecords !== false) return null;
  return new Set([...(types?.map(nodeTypeOf) ?? entities), ...(types || withRecords === false ? [] : records)]);
}
