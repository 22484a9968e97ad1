import { formulaSkeleton } from '../../src/worksheet/formula-skeleton';

test.each([
  ['references of whatever kind', '=SUM($A$1:B2)+C3', '=SUM(@:@)+@'],
  ['sheet names, quoted or not', "='LKE SPBE'!A1+Data!B2+'It''s'!C3", '=@+@+@'],
  ['spaces, case and brackets of constants', '=if( A1 = 2, true(), FALSE)', '=IF(@=2,TRUE,FALSE)'],
  ['texts stay as they are', '=IF(A1="B2 ""x"" !","", "c d")', '=IF(@="B2 ""x"" !","","c d")'],
  ['functions and names that look like references', '=LOG10(A1)+SPBE_TAHUN', '=LOG10(@)+SPBE_TAHUN'],
])('%s', (_, formula, skeleton) => {
  expect(formulaSkeleton(formula)).toBe(skeleton);
});
