using AbuseDesk.Staff;

namespace AbuseDesk.Tests.Staff;

public sealed class ChoosingAPassword
{
    [TestCase("fourteen chars", "shorter than 15")]
    [TestCase("RuthOstrander!!", "too easy to guess")]
    [TestCase("Ruth.Ostrander.2026", "too easy to guess")]
    [TestCase("ostranderostrander", "too easy to guess")]
    [TestCase("aaaaaaaaaaaaaaa", "too easy to guess")]
    [TestCase("abababababababab", "too easy to guess")]
    [TestCase("password12345678", "too easy to guess")]
    [TestCase("Passw0rd!Passw0rd!", "too easy to guess")]
    [TestCase("qwertyuiopasdfghjkl", "too easy to guess")]
    [TestCase("AbuseDesk-2026-Admin", "too easy to guess")]
    public void A_weak_one_is_refused(string password, string sentence) =>
        Assert.That(() => Passwords.Check("ruthostrander", password, "Ruth Ostrander"), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));

    [TestCase("fifteen letters")]
    [TestCase("only small words here")]
    [TestCase("пароль из пяти слов")]
    [TestCase("2718281828459045")]
    public void A_long_one_is_taken_whatever_its_signs_are(string password) => Assert.That(() => Passwords.Check("ruth", password, "Ruth Ostrander"), Throws.Nothing);

    [Test]
    public void A_generated_one_can_be_read_out_passes_the_rules_and_is_new_each_time()
    {
        var passwords = Enumerable.Range(0, 1000).Select(_ => Passwords.Generate()).ToList();

        Assert.That(passwords, Is.Unique);
        Assert.That(passwords, Is.All.Match("^[a-hjkmnp-z2-9+]{4}(-[a-hjkmnp-z2-9+]{4}){3}$"));
        Assert.That(string.Concat(passwords).Distinct().Count(), Is.EqualTo(33), "32 signs, 5 bits each, and the hyphen");
        foreach (var password in passwords) Passwords.Check("ruth", password);
    }
}
