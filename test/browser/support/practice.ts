import { openPage, practiceFolder } from '../../practice/opened-page.ts';
import { openWindows } from './windows.ts';

/** A practice workspace of a file's own, and a browser to look at it with; both are gone after the file's tests. */
export const openPracticePage = async () => {
  const { url, complaints } = await openPage(practiceFolder(), 0);
  return openWindows(url, complaints, []);
};
