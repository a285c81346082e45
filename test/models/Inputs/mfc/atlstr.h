// ATL's strings, by declarations with the signatures of their manual; narrow characters.
#pragma once
namespace ATL {
template <typename BaseType> class CSimpleStringT {
public:
  typedef const BaseType *PCXSTR;
  CSimpleStringT();
  CSimpleStringT(PCXSTR pszSrc);
  void Append(PCXSTR pszSrc);
  void AppendChar(BaseType ch);
  void Empty();
  int GetLength() const;
  PCXSTR GetString() const;
  bool IsEmpty() const;
  operator PCXSTR() const;
};
template <class BaseType> class ChTraitsCRT {};
template <class BaseType, class Traits> class CStringT : public CSimpleStringT<BaseType> {
public:
  typedef const BaseType *PCXSTR;
  CStringT();
  CStringT(const CStringT &strSrc);
  CStringT(PCXSTR pszSrc);
  ~CStringT();
  CStringT &operator=(const CStringT &strSrc);
  CStringT &operator=(PCXSTR pszSrc);
  CStringT &operator+=(const CSimpleStringT<BaseType> &str);
  CStringT &operator+=(PCXSTR pszSrc);
  CStringT &operator+=(BaseType ch);
  void Format(PCXSTR pszFormat, ...);
  void Format(unsigned nFormatID, ...);
  void AppendFormat(PCXSTR pszFormat, ...);
  int Replace(PCXSTR pszOld, PCXSTR pszNew);
  CStringT Mid(int iFirst) const;
  CStringT Left(int nCount) const;
  CStringT &MakeUpper();
  CStringT &Trim();
  int Compare(PCXSTR psz) const;
  friend CStringT operator+(const CStringT &str1, const CStringT &str2) { return str1; }
  friend CStringT operator+(const CStringT &str1, PCXSTR psz2) { return str1; }
  friend CStringT operator+(PCXSTR psz1, const CStringT &str2) { return str2; }
  friend bool operator==(const CStringT &str1, PCXSTR psz2) { return false; }
};
} // namespace ATL
typedef ATL::CStringT<char, ATL::ChTraitsCRT<char>> CString;
