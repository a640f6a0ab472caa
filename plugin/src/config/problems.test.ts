import { options } from '../testing/options';
import { keyProblem, urlProblem, zoneProblem } from './problems';

describe('what is wrong', () => {
  it.each(['', '  ', 'http://a', 'https://switchboard.example:4000/below', ' http://a:1 '])(
    'is nothing with %p',
    (url) => {
      expect(urlProblem({ ...options(), url })).toBeUndefined();
    },
  );

  it.each(['a', 'localhost:4000', 'ftp://a', 'http://', 'http:///path', 'https://a b', 'http://a:99999'])(
    'is told of %p',
    (url) => {
      expect(urlProblem({ ...options(), url })).toContain('http://');
    },
  );

  it('is a missing key, once there is an address', () => {
    const url = 'http://a';
    expect(keyProblem(options())).toBeUndefined();
    expect(keyProblem({ ...options(), url })).toContain('key is missing');
    expect(keyProblem({ ...options(), url, secureJsonData: { apiKey: ' ' } })).toContain('key is missing');
    expect(keyProblem({ ...options(), url, secureJsonData: { apiKey: 'swb' } })).toBeUndefined();
    expect(keyProblem({ ...options(), url, secureJsonFields: { apiKey: true } })).toBeUndefined();
  });

  it('is an unset variable where a file provisions the data source', () => {
    expect(keyProblem({ ...options(), url: 'http://a', readOnly: true })).toContain('environment variable');
  });

  it('is a zone that nobody knows', () => {
    expect(zoneProblem(options())).toBeUndefined();
    expect(zoneProblem(options({ timeZone: 'Europe/Berlin' }))).toBeUndefined();
    expect(zoneProblem(options({ timeZone: 'UTC' }))).toBeUndefined();
    expect(zoneProblem(options({ timeZone: 'Berlin' }))).toContain('time zone');
  });
});
