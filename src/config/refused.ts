/** A setting that makes starting impossible, by name. Never its value: it may be a secret. */
export class SettingRefused extends Error {
  override name = 'SettingRefused';
}

/** The port that a setting names cannot be listened at, at any address or at one. */
export const portRefused = (setting: string, place: string, error: Error): SettingRefused => {
  const code = 'code' in error ? String(error.code) : 'unknown';
  const why =
    code === 'EADDRINUSE' ? 'something else listens there already' : `this process cannot listen there (${code})`;
  return new SettingRefused(`${setting} is ${place}, but ${why}.`, { cause: error });
};
