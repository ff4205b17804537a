import { expect, it } from 'vitest';
import { checkAddress, checkText } from '../../../components/options/checks.ts';

it.each([
  ['https://app.clustermarket.com', 'https://app.clustermarket.com/'],
  ['  rspace.example.org/ ', 'https://rspace.example.org/'],
  ['https://api.clustermarket.com/v1', 'https://api.clustermarket.com/v1/'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['http://[::1]:8080', 'http://[::1]:8080/'],
  ['https://bücher.example', 'https://xn--bcher-kva.example/'],
])('%j is an address', (text, value) => {
  expect(checkAddress(text)).toEqual({ ok: true, value });
});

it.each([
  ['', 'noAddress'],
  ['two words', 'noAddress'],
  ['ftp://rspace.example.org', 'noAddress'],
  ['https://ada:secret@rspace.example.org', 'noAddress'],
  ['https://*.example.org', 'noAddress'],
  ['https://rspace%20two', 'noAddress'],
  ['http://rspace.example.org', 'notHttps'],
])('%j is none: %s', (text, problem) => {
  expect(checkAddress(text)).toEqual({ ok: false, problem });
});

it('drops blanks around a text', () => {
  expect(checkText(' abc\n')).toEqual({ ok: true, value: 'abc' });
});
