using AbuseDesk.Mail;

namespace AbuseDesk.Tests.Mail;

public sealed class NamingAServer
{
    [TestCase("smtp://mx.cloud.example", "mx.cloud.example:587 required")]
    [TestCase("smtp://abuse%40cloud.example@mx.cloud.example:2525?tls=required", "mx.cloud.example:2525 required abuse@cloud.example")]
    [TestCase("smtps://desk@mx.cloud.example", "mx.cloud.example:465 implicit desk")]
    [TestCase("smtp://127.0.0.1:25?tls=none", "127.0.0.1:25 none")]
    public void A_server_is_read_from_one_line(string url, string read)
    {
        var target = SmtpTarget.Parse(url);

        Assert.That($"{target} {Words.Of(target.Tls)} {target.User}".TrimEnd(), Is.EqualTo(read));
    }

    [TestCase("smtp://", "names no server")]
    [TestCase("smtp://mx.cloud.example/inbox", "names no server")]
    [TestCase("smtp://mx.cloud.example?tls=maybe", "tls=required and tls=none only")]
    [TestCase("smtp://mx.cloud.example?starttls=yes", "“starttls”, which is not known")]
    [TestCase("smtp://desk@mx.cloud.example?tls=none", "a password without TLS")]
    public void What_is_not_understood_is_refused_with_the_form_to_use(string url, string says) =>
        Assert.That(() => SmtpTarget.Parse(url), Throws.TypeOf<DeskException>().With.Message.Contains(says).And.Message.Contains("smtp://user@host:587"));

    [Test]
    public void A_password_in_the_address_is_refused_and_not_repeated() => Assert.That(
        () => SmtpTarget.Parse("smtp://desk:sesame@mx.cloud.example"),
        Throws.TypeOf<DeskException>().With.Message.Contains("ABUSEDESK_MAIL_PASSWORD").And.Message.Not.Contains("sesame"));

    [Test]
    public void The_settings_never_say_the_password()
    {
        var settings = DeskSettings.From(name => name switch { "ABUSEDESK_MAIL" => "smtp://desk@mx.cloud.example", "ABUSEDESK_MAIL_PASSWORD" => "sesame", _ => null });

        Assert.That(settings.MailPassword?.Reveal(), Is.EqualTo("sesame"));
        Assert.That(settings.ToString(), Does.Not.Contain("sesame"));
    }
}
