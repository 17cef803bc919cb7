using System.Web;

namespace AbuseDesk.Mail.Receiving;

/// <summary>A folder of an IMAP server, as <c>ABUSEDESK_MAIL_IN</c> names it: <c>imaps://user@host:993/INBOX?ca=FILE</c>.</summary>
public sealed record ImapTarget
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string User { get; init; }

    /// <summary>"INBOX".</summary>
    public required string Folder { get; init; }

    /// <summary>TLS from the first byte; else STARTTLS, which the server must offer.</summary>
    public required bool ImplicitTls { get; init; }

    /// <summary>A PEM file with the one authority that is trusted; null for those of the machine.</summary>
    public string? Authority { get; init; }

    /// <exception cref="DeskException">The text names no mailbox, or says something that is not understood.</exception>
    public static ImapTarget Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("imap" or "imaps") || uri.Host.Length == 0)
            throw Wrong("names no mailbox");
        if (uri.UserInfo.Contains(':', StringComparison.Ordinal))
            throw new DeskException("ABUSEDESK_MAIL_IN holds a password; put it into ABUSEDESK_MAIL_IN_PASSWORD, or into a file that ABUSEDESK_MAIL_IN_PASSWORD_FILE names.");
        if (uri.UserInfo.Length == 0) throw Wrong("names no user");
        var options = HttpUtility.ParseQueryString(uri.Query);
        if (options.AllKeys.FirstOrDefault(key => key != "ca") is { } unknown) throw Wrong($"says “{Shown.Briefly(unknown)}”, which is not known");
        return new ImapTarget
        {
            Host = uri.IdnHost,
            Port = uri.Port > 0 ? uri.Port : uri.Scheme == "imaps" ? 993 : 143,
            User = Uri.UnescapeDataString(uri.UserInfo),
            Folder = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) is { Length: > 0 } folder ? folder : "INBOX",
            ImplicitTls = uri.Scheme == "imaps",
            Authority = options["ca"],
        };

        static DeskException Wrong(string what) =>
            new($"ABUSEDESK_MAIL_IN {what}; write it as maildir:FOLDER, imaps://user@host/INBOX, or imap://user@host/INBOX for STARTTLS.");
    }

    public override string ToString() => $"{Folder} of {User} on {Host}:{Port}";
}
