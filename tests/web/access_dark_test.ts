// SPDX-License-Identifier: Apache-2.0
// axe-core on a desktop, in dark colours.
import {findsNothingToBlame} from './support/access_walk';

findsNothingToBlame('dark', 'desktop');
