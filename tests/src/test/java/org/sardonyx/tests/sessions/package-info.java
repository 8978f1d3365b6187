/// Sessions on a device that compiles: whose memory they use, and what they leave behind.
package org.sardonyx.tests.sessions;
