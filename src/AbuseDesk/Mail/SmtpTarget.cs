using System.Web;

namespace AbuseDesk.Mail;

/// <summary>How the connection to the server is protected.</summary>
public enum SmtpTls
{
    /// <summary>STARTTLS, or no mail at all.</summary>
    Required,

    /// <summary>TLS from the first byte (port 465).</summary>
    Implicit,

    /// <summary>None: switched off by hand, for a relay on the same machine.</summary>
    None,
}

/// <summary>An SMTP server, as <c>ABUSEDESK_MAIL</c> names it: <c>smtp://user@host:587?tls=required&amp;ca=FILE</c>.</summary>
public sealed record SmtpTarget
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Null where the server asks for no password.</summary>
    public string? User { get; init; }

    public required SmtpTls Tls { get; init; }

    /// <summary>A PEM file with the one authority that is trusted; null for those of the machine.</summary>
    public string? Authority { get; init; }

    /// <exception cref="DeskException">The text names no server, or says something that is not understood.</exception>
    public static SmtpTarget Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0 || uri.AbsolutePath is not ("" or "/"))
            throw Wrong("names no server");
        if (uri.UserInfo.Contains(':', StringComparison.Ordinal))
            throw new DeskException("ABUSEDESK_MAIL holds a password; put it into ABUSEDESK_MAIL_PASSWORD, or into a file that ABUSEDESK_MAIL_PASSWORD_FILE names.");
        var options = HttpUtility.ParseQueryString(uri.Query);
        if (options.AllKeys.FirstOrDefault(key => key is not ("tls" or "ca")) is { } unknown)
            throw Wrong($"says “{Shown.Briefly(unknown)}”, which is not known");
        var target = new SmtpTarget
        {
            Host = uri.IdnHost,
            Port = uri.Port > 0 ? uri.Port : uri.Scheme == "smtps" ? 465 : 587,
            User = uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(uri.UserInfo),
            Tls = uri.Scheme == "smtps" ? SmtpTls.Implicit : options["tls"] switch
            {
                null or "required" => SmtpTls.Required,
                "none" => SmtpTls.None,
                _ => throw Wrong("knows tls=required and tls=none only"),
            },
            Authority = options["ca"],
        };
        return target is { User: not null, Tls: SmtpTls.None }
            ? throw Wrong("would send a password without TLS")
            : target;

        static DeskException Wrong(string what) =>
            new($"ABUSEDESK_MAIL {what}; write it as smtp://user@host:587?tls=required, smtps://user@host, or smtp://host:25?tls=none.");
    }

    public override string ToString() => $"{Host}:{Port}";
}
