// SPDX-License-Identifier: Apache-2.0
// Nothing of its own: its target has the precompiled headers of the apps' libraries.
