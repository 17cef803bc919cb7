using AbuseDesk.Mail;

namespace AbuseDesk.Tests.Mail;

public sealed class ReadingTheSender
{
    private string file = "";

    [SetUp]
    public void Prepare() => file = Path.Combine(Directory.CreateTempSubdirectory("abusedesk-brand-").FullName, "brand.yml");

    [TearDown]
    public void Remove() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Test]
    public void Name_address_and_domain_come_from_the_brand()
    {
        File.WriteAllText(file, "mail_from: Desk <abuse@cloud.example>\nmail_domain: cloud.example\n");

        Assert.That(SenderIdentity.Read(file), Is.EqualTo(new SenderIdentity("Desk", "abuse@cloud.example", "cloud.example")));
    }

    [Test]
    public void A_domain_that_is_none_is_told_with_its_line()
    {
        File.WriteAllText(file, "mail_from: Desk <abuse@cloud.example>\nmail_domain: no domain\n");

        Assert.That(() => SenderIdentity.Read(file), Throws.TypeOf<DeskException>().With.Message.Contains("line 2: mail_domain must be a domain"));
    }
}
