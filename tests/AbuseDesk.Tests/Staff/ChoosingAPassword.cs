using AbuseDesk.Staff;

namespace AbuseDesk.Tests.Staff;

public sealed class ChoosingAPassword
{
    [TestCase("elevenchars", "shorter than 12")]
    [TestCase("RuthOstrander", "only the login")]
    [TestCase("ruthostrander!", "only the login")]
    [TestCase("aaaaaaaaaaaa", "too easy to guess")]
    public void A_weak_one_is_refused(string password, string sentence) =>
        Assert.That(() => Passwords.Check("ruthostrander", password), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));

    [Test]
    public void A_long_one_is_taken() => Assert.That(() => Passwords.Check("ruth", "twelve chars"), Throws.Nothing);

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
