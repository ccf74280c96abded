using Wuzha.Platform.Facts;

namespace Wuzha.Platform.Privacy;

/// <summary>查看个人信息: someone saw personal data whole. Looks are facts too (PIPL art. 55–56; GB/T 22239).</summary>
/// <param name="What">phone, phones-exported …</param>
/// <param name="PersonId">Whose; null for a whole list.</param>
/// <param name="Purpose">Key of the purpose given.</param>
public sealed record PersonalDataShown(string What, Guid? PersonId, string Purpose) : Fact;
