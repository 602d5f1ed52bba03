/** How many words of the app's own what people read may have at most; half as many more under findings and two overalls. */
export const budgets = {
  receipt: 25,
  refusal: 30,
  'wrong word': 20,
  '/judge': 90,
  board: 60,
  'overall form': 45,
  headline: 90,
  'daily summary': 120,
  timetable: 60,
} as const;

/** What has a budget of words. */
export type Surface = keyof typeof budgets;
