using AbuseDesk.Staff;
using Microsoft.AspNetCore.Identity;

namespace AbuseDesk.Web.SignIn;

/// <summary>The desk's way of keeping passwords, for Identity's view of a row of staff. No hash depends on whose it is.</summary>
internal sealed class StaffHasher(IPasswordHasher<StaffMember> hasher) : IPasswordHasher<StaffAccount>
{
    public string HashPassword(StaffAccount user, string password) => hasher.HashPassword(null!, password);

    public PasswordVerificationResult VerifyHashedPassword(StaffAccount user, string hashedPassword, string providedPassword) =>
        hasher.VerifyHashedPassword(null!, hashedPassword, providedPassword);
}
