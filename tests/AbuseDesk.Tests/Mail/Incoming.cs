using System.Text;

namespace AbuseDesk.Tests.Mail;

/// <summary>Mails as they come in.</summary>
internal static class Incoming
{
    public static byte[] Mail(string subject = "Re: your notice", string from = "Odile Varenne <abuse@perch.example>", string to = "abuse@cloud.example", string more = "", string body = "We have removed it.") => Bytes(
        $"""
        Received: from mx.perch.example by mx.cloud.example; Sat, 5 Dec 2020 16:30:00 +0000
        From: {from}
        To: {to}
        Subject: {subject}
        Date: Sat, 5 Dec 2020 17:29:00 +0100
        Message-ID: <{Guid.NewGuid():n}@perch.example>
        {more}MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {body}
        """);

    public static byte[] WithFile(string name, string content, string more = "") => Bytes(
        $"""
        From: Odile Varenne <abuse@perch.example>
        To: abuse@cloud.example
        Subject: Re: your notice
        Message-ID: <{Guid.NewGuid():n}@perch.example>
        {more}MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        See the file.
        --b
        Content-Type: application/octet-stream
        Content-Disposition: attachment; filename="{name}"

        {content}
        --b--
        """);

    /// <summary>What a server reports of a mail (RFC 3464).</summary>
    public static byte[] Report(string messageId, string recipient, string action, string status, string diagnostic, bool envelopeId = true) => Bytes(
        $"""
        Return-Path: <>
        From: MAILER-DAEMON@mx.perch.example (Mail Delivery System)
        To: abuse@cloud.example
        Subject: Delivery Status Notification
        Date: Sat, 5 Dec 2020 17:05:00 +0000
        Message-ID: <{Guid.NewGuid():n}@mx.perch.example>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        This is the mail system.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.perch.example
        {(envelopeId ? $"Original-Envelope-Id: {messageId}\n" : "")}Arrival-Date: Sat, 5 Dec 2020 17:00:10 +0000

        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; {diagnostic}
        Last-Attempt-Date: Sat, 5 Dec 2020 17:04:00 +0000

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{messageId}>
        Subject: A notice

        --b--
        """);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
