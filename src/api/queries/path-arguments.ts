import { ArrayMaxSize, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';
import { nodeNamed } from '../../model/model.js';
import { PlanStage, RelationshipType } from '../types/enums.js';
import { atMost, noLonger, within } from './argument-limits.js';

const longestPath = 8;
const mostPaths = 50;
const longestId = 300;

/** What a search for paths is told. */
@ArgsType()
export class PathsArguments {
  @Field(() => ID, {
    description: `Id of the thing to start from, such as ${nodeNamed('Department').example}. [起点の識別子]`,
  })
  @MaxLength(longestId, noLonger('from', longestId))
  from!: string;

  @Field(() => ID, { description: `Id of the thing to arrive at, such as ${nodeNamed('Sdg').example}. [終点の識別子]` })
  @MaxLength(longestId, noLonger('to', longestId))
  to!: string;

  @Field(() => Int, {
    defaultValue: 6,
    nullable: true,
    description: `How many hops a path may have: 1 to ${longestPath}. [最大の長さ]`,
  })
  @IsOptional()
  @Min(1, within('maxLength', 1, longestPath))
  @Max(longestPath, within('maxLength', 1, longestPath))
  maxLength?: number | null;

  @Field(() => Int, {
    defaultValue: 5,
    nullable: true,
    description: `How many paths: 1 to ${mostPaths}. [最大件数]`,
  })
  @IsOptional()
  @Min(1, within('limit', 1, mostPaths))
  @Max(mostPaths, within('limit', 1, mostPaths))
  limit?: number | null;

  @Field(() => [RelationshipType], {
    nullable: true,
    description: 'Only along these relationships; null means all. [たどる関係。省略時はすべて]',
  })
  @IsOptional()
  @ArrayMaxSize(100, atMost('through', 100))
  through?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The municipality to look at, by id, key, code or name, where both ends are shared by all, such as SDGs. [市区町村（識別子・コード・名称）。両端がSDGsなど共通の項目のとき]',
  })
  municipality?: string | null;

  @Field(() => PlanStage, {
    nullable: true,
    description: 'The graph as this stage has it; null means what is in force. [計画段階]',
  })
  stage?: string | null;
}
