using AbuseDesk.Staff;
using AbuseDesk.Tests.Database;
using NodaTime;

namespace AbuseDesk.Tests.Staff;

public sealed class ChangingPasswords(Engine engine) : StaffTest(engine)
{
    private const string New = "staple of the battery";

    [Test]
    public async Task A_person_changes_their_own_and_every_sign_in_so_far_ends()
    {
        var before = await MemberAsync(People.Ines);

        await Get<ChangePassword>().RunAsync(People.Ines, Old, New);

        Assert.That((await OpensAsync(People.Ines, New), await OpensAsync(People.Ines, Old)), Is.EqualTo((true, false)));
        Assert.That((await MemberAsync(People.Ines)).SecurityStamp, Is.Not.EqualTo(before.SecurityStamp));
        Assert.That(await LastInJournalAsync(), Does.StartWith("ines password-changed: changed their own password").And.Not.Contain("staple"));
    }

    [Test]
    public async Task The_old_one_is_demanded_and_five_wrong_ones_lock_the_login()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            Refused("guess", New, "The old password is wrong");

        Refused(Old, New, "locked for 15 minutes");
        Clock.Now += Duration.FromMinutes(15);
        await Get<ChangePassword>().RunAsync(People.Ines, Old, New);

        Assert.That(await OpensAsync(People.Ines, New), Is.True);
    }

    [Test]
    public async Task The_new_one_follows_the_rules()
    {
        Refused(Old, "short", "shorter than 15 characters");
        Refused(Old, "ines-ines-ines-ines", "too easy to guess");
        Refused(Old, Old, "The new password is the old one");

        Assert.That(await OpensAsync(People.Ines, Old), Is.True);
    }

    [Test]
    public async Task An_admin_makes_a_new_one_which_opens_a_locked_login_and_ends_the_sessions()
    {
        for (var attempt = 0; attempt < 5; attempt++)
            Refused("guess", New, "The old password is wrong");
        var before = await MemberAsync(People.Ines);

        var made = await Get<ResetPassword>().RunAsync(People.Admin, "INES");

        var after = await MemberAsync(People.Ines);
        Assert.That((await OpensAsync(People.Ines, made), after.LockedUntil, before.LockedUntil is null), Is.EqualTo((true, (Instant?)null, false)));
        Assert.That(after.SecurityStamp, Is.Not.EqualTo(before.SecurityStamp));
        Assert.That(await LastInJournalAsync(), Does.StartWith("admin password-reset: gave Ines Calder (ines) a new password").And.Not.Contain(made));
    }

    [Test]
    public async Task A_reset_is_for_admins_and_for_people_who_are_there()
    {
        await Get<DisableStaff>().RunAsync(People.Admin, "ruth");

        Reset(People.Ines, "ruth", "may not reset a password");
        Reset(People.Admin, "nobody", "nobody with the login “nobody”");
        Reset(People.Admin, "ruth", "Ruth Ostrander (ruth) is disabled and cannot sign in; enable the login first.");
        Assert.That(() => Get<ResetPassword>().RunAsync(People.Admin, "ines", "short"), Throws.TypeOf<DeskException>().With.Message.Contains("shorter than 15"));
    }

    private void Reset(Actor actor, string login, string sentence) =>
        Assert.That(() => Get<ResetPassword>().RunAsync(actor, login), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));

    private void Refused(string old, string wanted, string sentence) =>
        Assert.That(() => Get<ChangePassword>().RunAsync(People.Ines, old, wanted), Throws.TypeOf<DeskException>().With.Message.Contains(sentence));
}
