namespace AbuseDesk.Notices.Facts;

/// <summary>A fact that stays in the house: kept with the notice, and hidden from its templates.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InternalFactAttribute : Attribute;
