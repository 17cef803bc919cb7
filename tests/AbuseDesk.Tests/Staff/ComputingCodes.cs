using AbuseDesk.Staff.SecondFactor;
using NodaTime;

namespace AbuseDesk.Tests.Staff;

public sealed class ComputingCodes
{
    // the secret of the test vectors in RFC 6238, appendix B, in base 32; they print eight digits, of which these are the last six
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void They_are_those_of_the_standard(long seconds, string code) =>
        Assert.That(Totp.CodeAt(Secret, Instant.FromUnixTimeSeconds(seconds)), Is.EqualTo(code));

    [TestCase(-60, false)]
    [TestCase(-30, true)]
    [TestCase(0, true)]
    [TestCase(30, true)]
    [TestCase(60, false)]
    public void A_clock_may_differ_by_half_a_minute(int seconds, bool taken)
    {
        var now = Instant.FromUnixTimeSeconds(1234567890);

        Assert.That(Totp.StepOf(Secret, Totp.CodeAt(Secret, now + Duration.FromSeconds(seconds)), now) is not null, Is.EqualTo(taken));
    }

    [Test]
    public void Secrets_are_new_each_time() => Assert.That(Enumerable.Range(0, 100).Select(_ => Totp.NewSecret()), Is.Unique.And.All.Match("^[A-Z2-7]{32}$"));
}
