import { expect, test } from 'vitest';
import { authorisedApplicationsLink, bookingLink, equipmentLink } from '../../../utils/calira/links.ts';

const web = 'https://app.clustermarket.com/';

test('links are those that RSpace’s own integration builds', () => {
  expect(bookingLink(web, '1242', '4980109')).toBe(`${web}accounts/1242/my_bookings/4980109`);
  expect(equipmentLink(web, '1242', '92515')).toBe(`${web}accounts/1242/equipment/92515`);
  expect(authorisedApplicationsLink(web)).toBe(`${web}oauth/authorized_applications`);
});

test('they stay below a Calira that does not stand at the root of its server', () => {
  expect(bookingLink('https://lab.example/calira/', '1', '2')).toBe(
    'https://lab.example/calira/accounts/1/my_bookings/2',
  );
});

test.each(['../../oauth', '//evil.example', 'javascript:alert(1)', '1?admin#2', 'https://evil.example/'])(
  'an id such as %s leads nowhere else',
  (id) => {
    for (const link of [bookingLink(web, id, id), equipmentLink(web, id, id)]) {
      const { origin, pathname, search, hash } = new URL(link);
      expect([origin, search, hash]).toEqual(['https://app.clustermarket.com', '', '']);
      expect(pathname.split('/')).toHaveLength(5);
    }
  },
);
