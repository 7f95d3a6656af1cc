import { holdForAWhile } from '../../popup/clipboard.ts'

void holdForAWhile()
