// SPDX-License-Identifier: Apache-2.0
// axe-core on a desktop, read from the right: what is laid out in columns, mirrored.
import {findsNothingToBlame} from './support/access_walk';

findsNothingToBlame('desktop', ['ar']);
