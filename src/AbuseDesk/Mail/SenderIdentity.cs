using MimeKit;

namespace AbuseDesk.Mail;

/// <summary>Under which name mail leaves: "Example Cloud Abuse Desk", "abuse@cloud.example"; Message-IDs end in the domain.</summary>
public sealed record SenderIdentity(string Name, string Address, string Domain)
{
    /// <summary>Reads mail_from and mail_domain of <c>brand.yml</c>.</summary>
    /// <exception cref="DeskException">The file or a key is missing, or mail_from is no address, or mail_domain no domain.</exception>
    public static SenderIdentity Read(string brandFile)
    {
        var brand = PolicyNode.Load(brandFile);
        var domain = brand.Text("mail_domain");
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns) throw brand.Wrong("mail_domain", "a domain, such as cloud.example");
        return MailboxAddress.TryParse(brand.Text("mail_from"), out var from) && !$"{from.Name}{from.Address}".Any(char.IsControl)
            ? new SenderIdentity(from.Name ?? "", from.Address, domain)
            : throw brand.Wrong("mail_from", "a name and an address, such as Example Cloud Abuse Desk <abuse@cloud.example>");
    }
}
