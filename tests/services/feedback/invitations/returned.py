"""Mails that come back, in the forms that mail servers give them. Written after RFC 3464, RFC 5965 and QSBMF."""

from email.message import EmailMessage

from tests.services.feedback.invitations.asking import ADDRESS


def headers_of(mail: EmailMessage) -> str:
    """The headers of a mail of ours, as a report returns them."""
    raw = mail.as_bytes(policy=mail.policy.clone(refold_source="none")).replace(b"\r\n", b"\n")
    return raw.partition(b"\n\n")[0].decode()


def postfix(mail: EmailMessage, to: str, *, status: str = "5.1.1", action: str = "failed", who: str = ADDRESS) -> str:
    """As Postfix: the headers of the mail in a part of their own."""
    return f"""\
Return-Path: <>
Received: by mx.acme.example (Postfix)
\tid 4F0A81C0061; Wed, 25 Nov 2026 09:00:03 +0000 (UTC)
Date: Wed, 25 Nov 2026 09:00:03 +0000 (UTC)
From: MAILER-DAEMON@mx.acme.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="4F0A81C0060.1795597203/mx.acme.example"
Content-Transfer-Encoding: 8bit
Message-Id: <20261125090003.4F0A81C0061@mx.acme.example>

This is a MIME-encapsulated message.

--4F0A81C0060.1795597203/mx.acme.example
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

This is the mail system at host mx.acme.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<{who}>: host mail.acme.example[192.0.2.7] said: 550 {status}
    <{who}>: Recipient address rejected: User unknown (in reply to RCPT TO command)

--4F0A81C0060.1795597203/mx.acme.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.acme.example
X-Postfix-Queue-ID: 4F0A81C0060
Arrival-Date: Wed, 25 Nov 2026 09:00:02 +0000 (UTC)

Final-Recipient: rfc822; {who}
Original-Recipient: rfc822;{who}
Action: {action}
Status: {status}
Remote-MTA: dns; mail.acme.example
Diagnostic-Code: smtp; {"550" if status[0] == "5" else "450"} {status} <{who}>: Recipient address rejected:
    User unknown

--4F0A81C0060.1795597203/mx.acme.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers
Content-Transfer-Encoding: 8bit

{headers_of(mail)}

--4F0A81C0060.1795597203/mx.acme.example--
"""


def exchange(mail: EmailMessage, to: str) -> str:
    """As Exchange Online: a number of its own, HTML, and the whole mail."""
    return f"""\
From: <postmaster@acme.onmicrosoft.example>
To: <{to}>
Date: Wed, 25 Nov 2026 09:00:05 +0000
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="9a1b-outer"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-US
Message-ID: <0d1f-4d@AM0PR01.eurprd01.prod.exchangelabs.example>
In-Reply-To: {mail["Message-ID"]}
References: {mail["Message-ID"]}
Subject: Undeliverable: How did we do?
Auto-Submitted: auto-replied
MIME-Version: 1.0

--9a1b-outer
Content-Type: multipart/alternative; differences=Content-Type; boundary="9a1b-inner"

--9a1b-inner
Content-Type: text/plain; charset="us-ascii"
Content-Transfer-Encoding: quoted-printable

Your message to {ADDRESS} couldn't be delivered.

--9a1b-inner
Content-Type: text/html; charset="us-ascii"

<html><body><p>Your message couldn't be delivered.</p></body></html>

--9a1b-inner--

--9a1b-outer
Content-Type: message/delivery-status

Reporting-MTA: dns;AM0PR01MB1234.eurprd01.prod.exchangelabs.example
Received-From-MTA: dns;relay.us.example
Arrival-Date: Wed, 25 Nov 2026 09:00:04 +0000

Final-Recipient: rfc822;Ana@Acme.example
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

--9a1b-outer
Content-Type: message/rfc822

{headers_of(mail)}

The mail.
--9a1b-outer--
"""


def gmail(mail: EmailMessage, to: str) -> str:
    """As Gmail: whom it failed for in a header as well, and the mail's headers."""
    return f"""\
Date: Wed, 25 Nov 2026 01:00:06 -0800 (PST)
Message-ID: <6a0f.1c69fb81@mx.google.example>
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
To: {to}
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
X-Failed-Recipients: {ADDRESS}
MIME-Version: 1.0
Content-Type: multipart/report; boundary="000000000000f1"; report-type=delivery-status

--000000000000f1
Content-Type: multipart/related; boundary="000000000000f2"

--000000000000f2
Content-Type: text/plain; charset="UTF-8"

** Address not found **

--000000000000f2--
--000000000000f1
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Arrival-Date: Wed, 25 Nov 2026 01:00:05 -0800 (PST)
X-Original-Message-ID: {mail["Message-ID"]}

Final-Recipient: rfc822; {ADDRESS}
Action: failed
Status: 5.1.1
Remote-MTA: dns; gmail-smtp-in.l.google.example. (142.251.127.26, the server for the domain acme.example.)
Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
 550-5.1.1 double-checking the recipient's email address for typos or
 550 5.1.1 unnecessary spaces. ffacd0b85a97d-38259 - gsmtp
Last-Attempt-Date: Wed, 25 Nov 2026 01:00:06 -0800 (PST)

--000000000000f1
Content-Type: message/rfc822

{headers_of(mail)}

--000000000000f1--
"""


def ses(mail: EmailMessage, to: str) -> str:
    """As Amazon SES: it gave the mail a Message-ID of its own."""
    ours = headers_of(mail).replace(str(mail["Message-ID"]), "<0100018c-4d5e@email.amazonses.example>")
    return f"""\
Return-Path: <>
From: MAILER-DAEMON@amazonses.example
To: {to}
Subject: Delivery Status Notification (Failure)
Content-Type: multipart/report; report-type=delivery-status; boundary="=_ses"
MIME-Version: 1.0

--=_ses
Content-Type: text/plain; charset=us-ascii

An error occurred while trying to deliver the mail to the following recipients:
{ADDRESS}

--=_ses
Content-Type: message/delivery-status

Reporting-MTA: dns; a8-50.smtp-out.amazonses.example

Action: failed
Final-Recipient: rfc822; {ADDRESS}
Diagnostic-Code: smtp; 550 5.1.1 user unknown
Status: 5.1.1


--=_ses
Content-Type: message/rfc822

{ours}

The mail.
--=_ses--
"""


def qmail(mail: EmailMessage, to: str, said: str = "Sorry, no mailbox here by that name. (#5.1.1)") -> str:
    """As qmail: no MIME, no status of its own."""
    return f"""\
Return-Path: <>
Date: 25 Nov 2026 09:00:03 -0000
From: MAILER-DAEMON@mail.acme.example
To: {to}
Subject: failure notice

Hi. This is the qmail-send program at mail.acme.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<{ADDRESS}>:
{said}

--- Below this line is a copy of the message.

Return-Path: <{to}>
{headers_of(mail)}

The mail.
"""


def complaint(mail: EmailMessage, to: str) -> str:
    """As a provider whose user pressed `this is spam`."""
    return f"""\
From: <feedback@isp.example>
Date: Wed, 25 Nov 2026 09:00:03 +0000
Subject: FW: How did we do?
To: <{to}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="part1_13d"

--part1_13d
Content-Type: text/plain; charset="US-ASCII"

This is an email abuse report.

--part1_13d
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeGenerator/1.0
Version: 1
Original-Rcpt-To: <{ADDRESS}>

--part1_13d
Content-Type: message/rfc822
Content-Disposition: inline

{headers_of(mail)}

The mail.
--part1_13d--
"""
