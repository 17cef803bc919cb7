using MimeKit;

namespace AbuseDesk.Mail;

/// <summary>Under which name mail leaves: "Example Cloud Abuse Desk", "abuse@cloud.example"; Message-IDs end in the domain.</summary>
public sealed record SenderIdentity(string Name, string Address, string Domain)
{
    /// <summary>Reads mail_from and mail_domain of <c>brand.yml</c>.</summary>
    /// <exception cref="DeskException">The file or a key is missing, or mail_from is no address.</exception>
    public static SenderIdentity Read(string brandFile)
    {
        var brand = PolicyNode.Load(brandFile);
        return MailboxAddress.TryParse(brand.Text("mail_from"), out var from)
            ? new SenderIdentity(from.Name ?? "", from.Address, brand.Text("mail_domain"))
            : throw brand.Wrong("mail_from", "a name and an address, such as Example Cloud Abuse Desk <abuse@cloud.example>");
    }
}
