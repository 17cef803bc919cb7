using System.Globalization;

namespace AbuseDesk.Tests.Mail;

/// <summary>The Postfix and Dovecot that tests/services/mail-up.sh started; <c>ABUSEDESK_TEST_MAIL</c> is what it printed.</summary>
internal sealed record MailServer(int Smtp, int Smtps, int Imap, string Authority, string Mailboxes)
{
    public const string User = "desk";
    public const string Password = "sesame";

    /// <summary>Ignores the test where there is no server; fails it where everything is required.</summary>
    public static MailServer Get()
    {
        var said = Environment.GetEnvironmentVariable("ABUSEDESK_TEST_MAIL");
        if (string.IsNullOrEmpty(said)) Missing.Part("There is no mail server: tests/run starts one on Debian as root.");
        var parts = said!.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        return new MailServer(Port("smtp"), Port("smtps"), Port("imap"), parts["ca"], parts["mail"]);

        int Port(string name) => int.Parse(parts[name], CultureInfo.InvariantCulture);
    }

    /// <summary>"smtp://desk@localhost:…", which trusts the server's own authority.</summary>
    public string Url(bool tls = true) => tls ? $"smtp://{User}@localhost:{Smtp}?ca={Authority}" : $"smtp://localhost:{Smtp}?tls=none";

    /// <summary>The mail with this Message-ID in a mailbox, byte for byte as it lies there; waits for it at most ten seconds.</summary>
    public async Task<byte[]> ReceivedAsync(string address, string messageId)
    {
        for (var wait = 0; wait < 100; wait++)
        {
            foreach (var file in Files(address))
            {
                var bytes = await File.ReadAllBytesAsync(file);
                if (System.Text.Encoding.Latin1.GetString(bytes).Contains($"<{messageId}>", StringComparison.Ordinal)) return bytes;
            }

            await Task.Delay(100);
        }

        throw new AssertionException($"No mail <{messageId}> came to {address}.");
    }

    public IReadOnlyList<string> Files(string address)
    {
        var (name, domain) = (address.Split('@')[0], address.Split('@')[1]);
        var folder = Path.Combine(Mailboxes, domain, name, "new");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }
}
