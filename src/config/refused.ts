/** A setting that makes starting impossible, by name. Never its value: it may be a secret. */
export class SettingRefused extends Error {
  override name = 'SettingRefused';
}
