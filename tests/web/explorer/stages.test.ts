import { describe, expect, test } from '@jest/globals';
import { withStageOfIds } from '../../../src/web/explorer/site/stages.js';

const address = (text: string) => {
  const { pathname, searchParams } = new URL(text, 'http://localhost');
  const found = withStageOfIds(pathname, searchParams);
  return found && decodeURIComponent(found);
};

describe('an address with the id of a stage', () => {
  test.each([
    ['/things/honjo:policy-item:5-2@DRAFT', '/things/honjo:policy-item:5-2?stage=DRAFT'],
    ['/things/honjo%3Apolicy-item%3A5-2%40DRAFT?stage=CURRENT', '/things/honjo:policy-item:5-2?stage=DRAFT'],
    ['/graph?ids=a:b:1@ADOPTED&ids=a:b:2', '/graph?ids=a:b:1&ids=a:b:2&stage=ADOPTED'],
    ['/paths?from=a:b:1@DRAFT&to=sdg:17@DRAFT&more=1', '/paths?from=a:b:1&to=sdg:17&more=1&stage=DRAFT'],
    ['/compare?item=a:policy-item:5-2@DRAFT', '/compare?item=a:policy-item:5-2&stage=DRAFT'],
  ])('%s is %s', (given, expected) => {
    expect(address(given)).toBe(expected);
  });

  test.each(['/things/a:b:1', '/paths?from=a:b:1&stage=DRAFT', '/things/a:b:1@2024', '/search?q=a@DRAFT'])(
    '%s stays',
    (given) => {
      expect(address(given)).toBeNull();
    },
  );

  test('stays where its ids are of two stages, which the API refuses', () => {
    expect(address('/paths?from=a:b:1@DRAFT&to=a:b:2@CURRENT')).toBeNull();
  });
});
