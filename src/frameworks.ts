/** Reads the framework files of a folder and checks each wholly, so that whoever has a `Framework` need not doubt it. */
export { frameworksAtStart } from './frameworks/at-start.ts';
export { limitedBy, rulesDecidingNothing, type Survey, surveyOf } from './frameworks/combinations.ts';
export { type DecisionRow, decisionsOf } from './frameworks/decisions.ts';
export { type Difference, differencesBetween } from './frameworks/differences.ts';
export { exampleIsOf } from './frameworks/examples.ts';
export { type ComparedOutcomes, compareOutcomes } from './frameworks/outcomes-compared.ts';
export { FrameworkRefused, type Problem } from './frameworks/problem.ts';
export { checkFramework, type Frameworks, frameworkFilesIn, readFramework, readFrameworks } from './frameworks/read.ts';
export { frameworkJsonSchema } from './frameworks/shape.ts';
