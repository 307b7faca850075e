import type { GraphQLInputObjectType, GraphQLObjectType } from 'graphql';
import { schema } from '../../src/api/schema.js';
import { vocabularyOf } from '../../src/labels/vocabulary.js';
import { fieldsOf, nodes, propertiesOf } from '../../src/model/model.js';

const described = (type: string, field: string) => {
  const declared = schema().getType(type) as GraphQLObjectType | GraphQLInputObjectType;
  return declared.getFields()[field]?.description;
};

test.each(['Measure', 'MeasureFilter', 'MeasureOrder'])(
  '%s says of a derived link by way of what it follows',
  (type) => {
    expect(described(type, 'sdgs')).toContain('Derived by way of PolicyItem.');
    expect(described(type, 'departments')).not.toContain('Derived');
  },
);

test.each(['Indicator', 'IndicatorFilter', 'IndicatorOrder'])(
  '%s says of a value from which it was worked out',
  (type) => {
    expect(described(type, 'distance')).toContain('Worked out from `baseline` and `target`.');
    expect(described(type, 'reached')).toContain('Worked out from `baseline`, `target` and `direction`.');
    expect(described(type, 'unit')).not.toContain('Worked out');
  },
);

test.each(nodes.map((node) => [node.name, node] as const))(
  'what values of %s are worked out from is printed or linked',
  (_, node) => {
    const fields = fieldsOf(node);
    for (const [, { derived = [] }] of propertiesOf(node))
      for (const name of derived) {
        expect(Object.keys(fields)).toContain(name);
        expect(fields[name]).not.toHaveProperty('derived');
      }
  },
);

test('labels of both have it behind them, in both languages', () => {
  const { fields } = vocabularyOf(schema());
  expect(fields.Measure).toMatchObject({
    sdgs: ['関連するSDGs（導出）', 'SDGs (derived)'],
    departments: ['評価回答部署', 'Departments'],
  });
  expect(fields.Indicator).toMatchObject({ distance: ['目標値と現状値の差（算出）', 'Distance (worked out)'] });
});
